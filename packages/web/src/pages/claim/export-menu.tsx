import type { Claim, Report } from '@cleanclaim/core';
import { lazy, Suspense, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { copyText } from '../../parts/copy.ts';
import { Icon } from '../../parts/icon.tsx';
import { saveJson } from '../../parts/save-file.ts';
import { t } from '../../text/text.ts';
import { keepClaim } from './keep-claim.ts';
import { SendDialog } from './send-dialog.tsx';

const FormDialog = lazy(async () => ({ default: (await import('./form-dialog.tsx')).FormDialog }));
const FhirDialog = lazy(async () => ({ default: (await import('./fhir-dialog.tsx')).FhirDialog }));

interface ExportMenuProps {
  readonly claim: Claim;
  /** The report on the claim as it stands. */
  readonly onReport: () => Promise<Report>;
  readonly onNew: () => void;
}

/** The claim and its report as files or on the clipboard, the paper, and a fresh start. */
export function ExportMenu({ claim, onReport, onNew }: ExportMenuProps) {
  const [dialog, setDialog] = useState<'x12' | 'form' | 'fhir'>();
  const close = (): void => setDialog(undefined);
  const name = fileName(claim);
  return (
    <>
      <MenuTrigger>
        <Button className="btn">
          <Icon name="download" />
          {t.export.title}
          <Icon name="down" />
        </Button>
        <Popover className="pop menu" placement="bottom end">
          <Menu>
            <MenuItem className="pop-item" onAction={() => void onReport().then((report) => keepClaim(claim, report, 'local'))}>
              {t.worklist.keep}
            </MenuItem>
            <MenuItem className="pop-item" onAction={() => void onReport().then((report) => keepClaim(claim, report, 'office'))}>
              {t.worklist.keepOffice}
            </MenuItem>
            <MenuItem className="pop-item" onAction={() => saveJson(`${name}.json`, claim)}>
              {t.export.claim}
            </MenuItem>
            <MenuItem className="pop-item" onAction={() => void copyText(JSON.stringify(claim, null, 2))}>
              {t.export.copy}
            </MenuItem>
            <MenuItem className="pop-item" onAction={() => void onReport().then((report) => saveJson(`${name}-report.json`, report))}>
              {t.export.report}
            </MenuItem>
            <MenuItem className="pop-item" onAction={() => setDialog('x12')}>
              {t.export.x12}
            </MenuItem>
            <MenuItem className="pop-item" onAction={() => setDialog('fhir')}>
              {t.export.fhir}
            </MenuItem>
            {claim.type !== 'dental' && (
              <MenuItem className="pop-item" onAction={() => setDialog('form')}>
                {t.export.form(claim.type === 'institutional')}
              </MenuItem>
            )}
            <MenuItem className="pop-item" onAction={() => window.print()}>
              {t.frame.print}
            </MenuItem>
            <MenuItem className="pop-item" onAction={onNew}>
              {t.export.fresh}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {dialog === 'x12' && <SendDialog claim={claim} name={name} onClose={close} />}
      <Suspense>
        {dialog === 'form' && <FormDialog claim={claim} name={name} onClose={close} />}
        {dialog === 'fhir' && <FhirDialog claim={claim} name={name} onClose={close} />}
      </Suspense>
    </>
  );
}

/** The claim's number as the name of a file. */
function fileName({ id }: Claim): string {
  return (id ?? 'claim').replace(/[^\w-]+/g, '-').slice(0, 40);
}

import { type Claim, isCleanclaimError } from '@cleanclaim/core';
import { type FhirVersion, writeFhir, type WrittenFhir } from '@cleanclaim/fhir';
import { useMemo, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { ModalDialog } from '../../parts/modal-dialog.tsx';
import { saveJson } from '../../parts/save-file.ts';
import { today } from '../../state/day.ts';
import { t } from '../../text/text.ts';

const VERSIONS = ['r4', 'r5'] as const satisfies readonly FhirVersion[];

/** The claim as a FHIR Bundle; what FHIR has no place for is named before the file is given. */
export function FhirDialog({ claim, name, onClose }: { claim: Claim; name: string; onClose: () => void }) {
  const [version, setVersion] = useState<FhirVersion>('r4');
  const written = useMemo(() => tryWrite(claim, version), [claim, version]);
  return (
    <ModalDialog title={t.files.fhir.title} onClose={onClose}>
      <div className="in stack">
        <p>{t.files.fhir.lead}</p>
        <div className="seg" role="radiogroup" aria-label={t.files.fhir.version}>
          {VERSIONS.map((each) => (
            <label key={each}>
              <input type="radio" name="fhir-version" checked={version === each} onChange={() => setVersion(each)} />
              {t.files.fhir.versions[each]}
            </label>
          ))}
        </div>
        {'failed' in written ? (
          <p className="note-row banner k-err" role="alert">
            <Icon name="error" />
            <span>
              {t.files.fhir.cannot} {written.failed}
            </span>
          </p>
        ) : (
          <>
            <Lost paths={written.lost} />
            <div className="bar">
              <button
                type="button"
                className="btn pri"
                onClick={() => {
                  saveJson(`${name}.fhir-${version}.json`, written.bundle);
                  onClose();
                }}
              >
                <Icon name="download" />
                {t.files.fhir.save}
              </button>
            </div>
          </>
        )}
      </div>
    </ModalDialog>
  );
}

function Lost({ paths }: { paths: WrittenFhir['lost'] }) {
  if (paths.length === 0)
    return (
      <p className="note-row banner k-ok" role="status">
        <Icon name="check" />
        {t.files.fhir.nothingLost}
      </p>
    );
  return (
    <div className="note-row banner k-warn" role="status">
      <Icon name="warning" />
      <div>
        <p>
          <b>{t.files.fhir.lost(paths.length)}</b>
        </p>
        <ul className="small">
          {paths.map((path) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function tryWrite(claim: Claim, version: FhirVersion): WrittenFhir | { readonly failed: string } {
  try {
    return writeFhir(claim, version, today());
  } catch (error) {
    if (!isCleanclaimError(error)) throw error;
    return { failed: `${error.failure.message} ${error.failure.recovery}` };
  }
}

import type { Icd10cmEdition, Row } from '@cleanclaim/core';
import { useEffect, useMemo, useState } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useToolkit } from '../../data/toolkit.ts';
import { Icon } from '../../parts/icon.tsx';
import { shortenTitle } from '../../parts/shorten-title.ts';
import { codeHref } from '../../route/location.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** Where the code stands: its block, the levels above open, its neighbours visible. Titles lose only their parent's words. */
export function Family({ code }: { code: string }) {
  const { data } = useToolkit();
  const icd = data.icd10cm(useDay());
  const row = icd?.row(code) ?? -1;
  const above = useMemo(() => (icd && row >= 0 ? icd.ancestors(row) : []), [icd, row]);
  const [open, setOpen] = useState<Set<Key>>(new Set());
  useEffect(() => {
    setOpen(new Set(['block', ...above.map((each) => icd?.code(each) ?? '')]));
  }, [above, icd]);
  useEffect(() => {
    const here = document.querySelector<HTMLElement>('.tree [data-here]');
    const box = here?.closest<HTMLElement>('.tree');
    if (here && box) box.scrollTop = here.offsetTop - box.clientHeight / 2;
  }, [open]);
  if (!icd || row < 0) return null;

  const block = icd.blocks(row).at(-1);
  const categories = categoriesBeside(icd, row);
  const parts = { icd, here: row, open };
  return (
    <section className="card fam" aria-label={t.family.title} data-pane tabIndex={-1}>
      <header>
        <h2>{t.family.title}</h2>
      </header>
      <Tree className="tree" aria-label={t.family.label(code)} expandedKeys={open} onExpandedChange={setOpen} selectionMode="none">
        {block ? (
          <TreeItem id="block" textValue={`${block.id} ${block.title}`}>
            <Content code={block.id} title={block.title.replace(/ \([^)]*\)$/, '')} />
            {categories.map((each) => branch(each, null, parts))}
          </TreeItem>
        ) : (
          categories.map((each) => branch(each, null, parts))
        )}
      </Tree>
    </section>
  );
}

interface Parts {
  readonly icd: Icd10cmEdition;
  readonly here: Row;
  readonly open: ReadonlySet<Key>;
}

function branch(row: Row, parent: string | null, parts: Parts) {
  const { icd, here, open } = parts;
  const code = icd.code(row);
  const title = icd.display(row);
  const children = icd.children(row);
  const shown = title === null ? t.code.noTitle : shortenTitle(title, parent);
  return (
    <TreeItem key={code} id={code} href={codeHref(code)} textValue={`${code} ${title ?? ''}`} hasChildItems={children.length > 0}>
      <Content code={icd.billable(row) ? code : `${code}-`} title={shown} isHere={row === here} />
      {open.has(code) ? children.map((each) => branch(each, title, parts)) : null}
    </TreeItem>
  );
}

function Content({ code, title, isHere = false }: { code: string; title: string; isHere?: boolean }) {
  return (
    <TreeItemContent>
      {({ hasChildItems, isExpanded }) => (
        <span className="node" data-here={isHere || undefined}>
          {hasChildItems ? (
            <Button slot="chevron" className="twist">
              <Icon name={isExpanded ? 'down' : 'chevron'} />
            </Button>
          ) : (
            <span />
          )}
          <span className="c">{code}</span>
          <span>
            {title}
            {isHere && <span className="sr"> {t.family.here}</span>}
          </span>
        </span>
      )}
    </TreeItemContent>
  );
}

function categoriesBeside(icd: Icd10cmEdition, row: Row): Row[] {
  const [first, after] = icd.blockRun(row);
  const rows: Row[] = [];
  for (let at = first; at < after; at = icd.after(at)) if (icd.inForce(at)) rows.push(at);
  return rows;
}

import type { Icd10cmEdition, Icd10cmTable, Row } from '@cleanclaim/core';
import { useEffect, useMemo } from 'react';
import { useToolkit } from '../../data/toolkit.ts';
import { missingCharacters } from '../../data/missing-characters.ts';
import { Link } from '../../parts/link.tsx';
import { NoData, Status } from '../../parts/status.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { codeHref, hrefTo, usePlace } from '../../route/location.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** The tabular list as a book: chapters, then blocks with their categories. */
export function ChaptersPage({ chapter }: { chapter: string | undefined }) {
  const { data } = useToolkit();
  const on = useDay();
  const table = data.icd10cmTable();
  const icd = data.icd10cm(on);
  const chapters = useMemo(() => table?.chapters() ?? [], [table]);
  const here = chapters.find((each) => each.chapter.id === chapter);
  useTitle(here ? t.chapters.titleOf(here.chapter.id) : t.chapters.title);
  if (!table || !icd)
    return (
      <section className="card empty">
        <h1>{t.chapters.title}</h1>
        <NoData says={t.day.none(on)} />
      </section>
    );
  if (here) return <Chapter icd={icd} table={table} id={here.chapter.id} title={here.chapter.title} blocks={here.blocks} />;
  return (
    <>
      <h1 className="gap-b">{t.chapters.title}</h1>
      <section className="card" aria-label={t.chapters.title} data-pane tabIndex={-1}>
        <ul>
          {chapters.map(({ chapter: each, blocks }) => (
            <li key={each.id}>
              <Link className="res" href={hrefTo(`/chapters/${each.id}`)}>
                <span className="c">{rangeOf(each.title)}</span>
                <span className="t1">
                  {each.id}. {nameOf(each.title)}
                </span>
                <span className="small muted nw">{t.chapters.blocks(blocks.length)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface ChapterProps {
  readonly icd: Icd10cmEdition;
  readonly table: Icd10cmTable;
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly { readonly id: string; readonly title: string }[];
}

function Chapter({ icd, table, id, title, blocks }: ChapterProps) {
  const block = usePlace().query.get('block');
  const byBlock = useMemo(() => categoriesByBlock(icd, table, id), [icd, table, id]);
  useEffect(() => {
    if (block !== null) document.getElementById(`block-${block}`)?.scrollIntoView();
  }, [block]);
  return (
    <>
      <nav aria-label={t.code.place}>
        <ul className="crumb">
          <li>
            <Link href={hrefTo('/chapters')}>ICD-10-CM</Link>
          </li>
        </ul>
      </nav>
      <h1 className="gap-b">
        {id}. {title}
      </h1>
      <div className="stack">
        {blocks.map((each) => (
          <section className="card" id={`block-${each.id}`} key={each.id} aria-label={each.title} data-pane tabIndex={-1}>
            <header>
              <h2>
                <span className="c">{each.id}</span> {nameOf(each.title)}
              </h2>
            </header>
            <ul className="cats">
              {(byBlock.get(each.id) ?? []).map((row) => (
                <li key={row}>
                  <Link className="res" href={codeHref(icd.code(row))}>
                    <span className="c">{icd.billable(row) ? icd.code(row) : `${icd.code(row)}-`}</span>
                    <span className="t1">{icd.display(row) ?? t.code.noTitle}</span>
                    <Status
                      status={icd.billable(row) ? 'billable' : 'header'}
                      missing={icd.billable(row) ? undefined : missingCharacters(icd, row)}
                      small
                    />
                  </Link>
                </li>
              ))}
            </ul>
            {!byBlock.has(each.id) && <p className="in small muted">{t.chapters.outer}</p>}
          </section>
        ))}
      </div>
    </>
  );
}

/** Categories of a chapter under their innermost block. */
function categoriesByBlock(icd: Icd10cmEdition, table: Icd10cmTable, chapter: string): ReadonlyMap<string, Row[]> {
  const byBlock = new Map<string, Row[]>();
  for (let row = 0; row < table.size; row = table.after(row)) {
    if (!icd.inForce(row) || icd.chapter(row)?.id !== chapter) continue;
    const block = icd.blocks(row).at(-1)?.id ?? '';
    byBlock.set(block, [...(byBlock.get(block) ?? []), row]);
  }
  return byBlock;
}

const rangeOf = (title: string): string => /\(([A-Z]\w+-[A-Z]\w+)\)\s*$/.exec(title)?.[1] ?? '';
const nameOf = (title: string): string => title.replace(/\s*\([A-Z]\w+(?:-[A-Z]\w+)?\)\s*$/, '');

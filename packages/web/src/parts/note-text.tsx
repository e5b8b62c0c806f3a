import { noteReferences, withDot } from '@cleanclaim/core';
import { Fragment, type ReactNode } from 'react';
import { useToolkit } from '../data/toolkit.ts';
import { CodeLink } from './code-link.tsx';

const CODE = /(?:[A-Z]\d[0-9A-Z]|QA\d)(?:\.(?:-|[0-9A-Z]{1,4}-?))?-?(?![0-9A-Za-z])/g;

/**
 * The official sentence, word for word, with each code that it refers to as a link. Which words are references is
 * what the rules read too, so nothing else becomes a link; a code marked in the text is the one the page is about.
 */
export function NoteText({ text, mark }: { text: string; mark?: string }) {
  const { data } = useToolkit();
  const table = data.icd10cmTable();
  const ends = new Set(noteReferences(text).flatMap(({ first, last }) => [withDot(first), withDot(last)]));
  const parts: ReactNode[] = [];
  let done = 0;
  for (const found of text.matchAll(CODE)) {
    const shown = found[0].replace(/(?<=\w)-$/, (dash) => (/^[A-Z]/.test(text.slice(found.index + found[0].length)) ? '' : dash));
    const code = shown.replace(/\.?-$/, '');
    if (!ends.has(code) || !table || table.row(code) < 0) continue;
    parts.push(<Fragment key={done}>{text.slice(done, found.index)}</Fragment>);
    const link = <CodeLink code={code} shown={shown} />;
    parts.push(<Fragment key={found.index}>{code === mark ? <mark>{link}</mark> : link}</Fragment>);
    done = found.index + shown.length;
  }
  parts.push(<Fragment key="end">{text.slice(done)}</Fragment>);
  return <>{parts}</>;
}

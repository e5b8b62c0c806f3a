import { lookup, perform, search } from '@cleanclaim/core';
import { useMemo, useState } from 'react';
import { ComboBox, Input, type Key, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useToolkit } from '../../data/toolkit.ts';
import { announce } from '../../state/announce.ts';
import { addToClaim } from '../../state/add-to-claim.ts';
import { useDay } from '../../state/day.ts';
import { t } from '../../text/text.ts';

/** Finds a complete code by words or by itself and adds it; a header is not added, and what it lacks is said. */
export function AddDiagnosis() {
  const { data } = useToolkit();
  const on = useDay();
  const [text, setText] = useState('');
  const results = useMemo(() => {
    if (text.trim() === '' || text.length > 200) return [];
    return perform(search, { query: text, on, limit: 8 }, { data, today: on }).results;
  }, [text, on, data]);
  const add = (key: Key | null): void => {
    if (key === null) return;
    addToClaim([String(key)]);
    setText('');
  };
  /** Enter on a text without a highlighted row: only a code by itself is taken. */
  const addTyped = (): void => {
    const answer = perform(lookup, { code: text.slice(0, 40), on }, { data, today: on });
    if (answer.billable && answer.system === 'icd10cm') add(answer.code);
    else announce(answer.status === 'header' ? t.claim.headerNotAdded(answer.code, answer.fix ?? '') : t.claim.notAdded(text));
  };
  return (
    <ComboBox
      className="add-dx"
      inputValue={text}
      onInputChange={setText}
      items={results}
      defaultFilter={() => true}
      allowsCustomValue
      allowsEmptyCollection={text.trim() !== ''}
      selectedKey={null}
      onSelectionChange={add}
      menuTrigger="input"
    >
      <Label className="sr">{t.claim.addDiagnosis}</Label>
      <Input
        className="field"
        placeholder={t.claim.addPlaceholder}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '' && !event.currentTarget.getAttribute('aria-activedescendant')) addTyped();
        }}
      />
      <Popover className="pop" offset={4}>
        <ListBox<(typeof results)[number]>
          className="pop-list"
          renderEmptyState={() => <p className="pop-item muted">{text.trim() === '' ? t.claim.addPlaceholder : t.search.nothing(text)}</p>}
        >
          {(result) => (
            <ListBoxItem id={result.code} textValue={`${result.code} ${result.display}`} className="pop-item">
              <span className="c">{result.code}</span> <span>{result.display}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

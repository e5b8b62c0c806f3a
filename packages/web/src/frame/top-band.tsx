import { Icon } from '../parts/icon.tsx';
import { theme } from '../state/settings.ts';
import { useStore } from '../state/store.ts';
import { t } from '../text/text.ts';
import { DayPicker } from './day-picker.tsx';
import { keysOpen } from './frame-keys.tsx';
import { SearchBox } from './search-box.tsx';

export function TopBand() {
  const chosen = useStore(theme);
  const dark = chosen === 'dark' || (chosen === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <header className="top">
      <SearchBox />
      <DayPicker />
      <div className="tools">
        <button
          type="button"
          className="ib"
          aria-label={dark ? t.frame.light : t.frame.dark}
          onClick={() => theme.set(dark ? 'light' : 'dark')}
        >
          <Icon name={dark ? 'sun' : 'moon'} />
        </button>
        <button type="button" className="ib hide-s" aria-label={t.frame.print} onClick={() => window.print()}>
          <Icon name="print" />
        </button>
        <button type="button" className="ib" aria-label={t.frame.keys} aria-haspopup="dialog" onClick={() => keysOpen.set(true)}>
          <Icon name="keyboard" />
        </button>
      </div>
    </header>
  );
}

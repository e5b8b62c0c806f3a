import { notice } from '../state/announce.ts';
import { useStore } from '../state/store.ts';

/** What was just done, spoken politely; the region is always there so that screen readers hear its first word. */
export function NoticeBar() {
  const now = useStore(notice);
  return (
    <div className="notice" role="status" data-empty={now === undefined}>
      {now && <span>{now.says}</span>}
      {now?.action && (
        <button
          type="button"
          className="btn sm"
          onClick={() => {
            now.action?.run();
            notice.set(undefined);
          }}
        >
          {now.action.label}
        </button>
      )}
    </div>
  );
}

import { makeStore, type Store } from './store.ts';

/** A store whose value lasts in this browser. Only settings and code lists go here, never anything about a patient. */
export function keptStore<Value>(name: string, initial: Value, isValue: (value: unknown) => value is Value): Store<Value> {
  const slot = `cleanclaim.${name}`;
  const store = makeStore(read(slot, initial, isValue));
  return {
    ...store,
    set(next) {
      store.set(next);
      try {
        localStorage.setItem(slot, JSON.stringify(next));
      } catch {
        // Storage may be full or forbidden: the setting then lasts as long as the page.
      }
    },
  };
}

function read<Value>(slot: string, initial: Value, isValue: (value: unknown) => value is Value): Value {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(slot) ?? 'null');
    return isValue(value) ? value : initial;
  } catch {
    return initial;
  }
}

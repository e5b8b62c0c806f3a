const rules = new Intl.PluralRules('en');

/** `#` stands for the number: `plural(3, { one: '# code', other: '# codes' })`. */
export function plural(count: number, forms: { readonly one: string; readonly other: string }): string {
  const form = rules.select(count) === 'one' ? forms.one : forms.other;
  return form.replaceAll('#', count.toLocaleString('en-US'));
}

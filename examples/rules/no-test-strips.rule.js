// A rule of one's own: cleanclaim check FILE --rules examples/rules
export default {
  id: 'our-office/no-test-strips',
  title: 'Test strips that our office no longer hands out',
  severity: 'info',
  stage: 'stable',
  from: '2026-01-01',
  needs: [],
  cites: [{ title: 'Office memo', url: 'https://example.org/memo', checked: '2026-11-24' }],
  on: 'line',
  check(line) {
    if (line.code !== 'A4253') return undefined;
    return {
      at: `${line.path}/code`,
      message: 'We no longer hand out test strips.',
      why: 'The pharmacy bills them since January 2026.',
      fix: 'Remove the line, and give the patient a prescription.',
    };
  },
  examples: [],
};

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, longest first: begun last, one of them would run alone while the other cores have nothing left to do. */
const LONGEST = ['/tests/fuzz-http.test.ts', '/tests/browser/accessible.test.ts'];

/**
 * The long files first; then one with a browser, which keeps more than one core busy, and several without, so that two
 * browsers seldom run side by side.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean => LONGEST.some((end) => moduleId.endsWith(end));
    const isBrowser = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/tests/browser/');
    const longest = sorted.filter(isLongest);
    const browser = sorted.filter((each) => !isLongest(each) && isBrowser(each));
    const others = sorted.filter((each) => !isLongest(each) && !isBrowser(each));
    const between = Math.max(1, Math.floor(others.length / (browser.length + 1)));
    return [...longest, ...browser.flatMap((each) => [each, ...others.splice(0, between)]), ...others];
  }
}

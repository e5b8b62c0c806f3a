import type { Follower } from '../check/follower.ts';

/** Several followers of one walk, in their order. */
export function followAll(followers: readonly Follower[]): Follower {
  return {
    transaction: (transaction) => followers.forEach((each) => each.transaction?.(transaction)),
    segment: (segment, transaction) => followers.forEach((each) => each.segment?.(segment, transaction)),
    transactionEnd: (transaction) => followers.forEach((each) => each.transactionEnd?.(transaction)),
    delimiters: (delimiters) => followers.forEach((each) => each.delimiters?.(delimiters)),
    problem: (code) => followers.forEach((each) => each.problem?.(code)),
    end: (rest) => followers.forEach((each) => each.end?.(rest)),
  };
}

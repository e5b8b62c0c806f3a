import {
  applySureFixes,
  type Claim,
  type Data,
  type Day,
  type Engine,
  isFailure,
  makeEngine,
  readClaim,
  type Report,
} from '@cleanclaim/core';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { factsOf } from './code-facts.ts';
import type { Answers, RulesQuestion } from './rules-questions.ts';

/** The rules over the packs, answering one question after another. */
export function makeAnswering(data: Data): (question: RulesQuestion) => Answers[RulesQuestion['ask']] {
  const engine = makeEngine(RULES, data, UNMADE, { plans: PLANS });
  return (question) => {
    switch (question.ask) {
      case 'check':
        return question.claims.map((claim) => reportOn(claim, question.received, engine));
      case 'fix': {
        const { claim, report, received } = question;
        return applySureFixes(claim, (each) => (each === claim ? report : reportOn(each, received, engine))).claim;
      }
      case 'facts':
        return factsOf(question.code, question.on, engine);
      default:
        return question satisfies never;
    }
  };
}

/** The report on a claim as it stands on the bench: a day of receipt that nobody stated is assumed, and said to be. */
function reportOn(claim: Claim, received: Day, engine: Engine): Report {
  const read = readClaim(claim);
  return engine.check(claim, { received, assumed: true, unknown: isFailure(read) ? [] : read.unknown });
}

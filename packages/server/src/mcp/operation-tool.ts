import { answer, type JsonSchema, type Served, SERVED } from '../served.ts';
import { answerPage, pagedInput, pagedOutput, type Paging } from './paging.ts';
import type { Tool } from './tool.ts';

/** A tool made from an operation: same input and output, plus what an assistant needs of it. */
export interface OperationTool extends Tool {
  readonly operation: string;
}

/** What an assistant needs to know of an operation. */
interface Wording<Answer> {
  readonly name: string;
  readonly operation: string;
  readonly description: string;
  readonly say: (answer: Answer) => string;
  /** Pages a long answer. */
  readonly paging?: Paging;
  /** Names the list an operation answers with: a structured answer is an object. */
  readonly list?: string;
}

/** The tool of an operation. Throws Error when there is no such operation. */
export function tool<Answer>({ name, operation, description, say, paging, list }: Wording<Answer>): OperationTool {
  const served = SERVED.get(operation);
  if (!served) throw new Error(`The tool ${name} is made from the operation ${operation}, which is not there.`);
  return {
    name,
    operation,
    title: served.operation.title,
    description,
    input: paging ? pagedInput(served, paging) : served.input,
    output: outputOf(served, paging, list),
    run(input, service) {
      const structured = paging ? answerPage(served, paging, input, service) : listed(answer(served, input, service), list);
      return { structured, text: say(structured as Answer) };
    },
  };
}

function listed(answer: unknown, list: string | undefined): Record<string, unknown> {
  return list === undefined ? (answer as Record<string, unknown>) : { [list]: answer };
}

function outputOf(served: Served, paging: Paging | undefined, list: string | undefined): JsonSchema {
  if (list !== undefined) return { type: 'object', properties: { [list]: served.output }, required: [list] };
  return paging ? pagedOutput(served, paging) : served.output;
}

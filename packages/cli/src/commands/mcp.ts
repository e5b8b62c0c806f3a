import type { Command } from '../command.ts';
import { openData } from '../open-data.ts';
import { EXIT } from '../output.ts';

const command: Command = {
  name: 'mcp',
  usage: '',
  says: 'Speak MCP on standard input and output, for assistants',
  flags: [],
  examples: [['cleanclaim mcp', 'What an assistant starts; docs/mcp.md shows how to tell it']],
  atLeast: 0,
  atMost: 0,
  async run(given) {
    const { makeService, serveMcp, silent } = await import('@cleanclaim/server');
    serveMcp(makeService(openData(given)), silent);
    // Standard input keeps the process alive; its end ends it.
    return EXIT.fine;
  },
};
export default command;

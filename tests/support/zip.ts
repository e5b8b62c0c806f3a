import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of files by name, for tests: names are written as given, however wicked. */
export function zip(files: Readonly<Record<string, Uint8Array | string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const fields = (signature: number, central: boolean): Buffer => {
      const head = Buffer.alloc(central ? 46 : 30);
      head.writeUInt32LE(signature, 0);
      const at = central ? 6 : 4;
      head.writeUInt16LE(20, at);
      if (central) head.writeUInt16LE(20, 4);
      head.writeUInt16LE(8, at + 4);
      head.writeUInt16LE(0x5000, at + 6);
      head.writeUInt16LE(0x5d38, at + 8);
      head.writeUInt32LE(crc32(bytes), at + 10);
      head.writeUInt32LE(packed.length, at + 14);
      head.writeUInt32LE(bytes.length, at + 18);
      head.writeUInt16LE(nameBytes.length, at + 22);
      if (central) head.writeUInt32LE(offset, 42);
      return head;
    };
    directory.push(fields(0x02014b50, true), nameBytes);
    const local = [fields(0x04034b50, false), nameBytes, packed];
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** A workbook of one sheet whose cells are texts, with shared strings as a spreadsheet program writes them. */
export function workbook(rows: readonly (readonly string[])[]): Buffer {
  return workbookOf({ Sheet1: rows });
}

/** A workbook of several sheets, by their names. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Buffer {
  const strings = [...new Set(Object.values(sheets).flat(2))];
  const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const column = (at: number) => String.fromCharCode(65 + at);
  const sheetOf = (rows: readonly (readonly string[])[]) =>
    rows
      .map(
        (row, at) =>
          `<row r="${at + 1}">${row.map((cell, n) => `<c r="${column(n)}${at + 1}" t="s"><v>${strings.indexOf(cell)}</v></c>`).join('')}</row>`,
      )
      .join('');
  const names = Object.keys(sheets);
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${sheetOf(sheets[name] ?? [])}</sheetData></worksheet>`,
      ]),
    ),
  });
}

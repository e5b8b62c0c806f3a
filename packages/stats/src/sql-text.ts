/** A text as SQL writes it. */
export const textOf = (value: string): string => `'${value.replace(/'/g, "''")}'`;

/** A name of a column as SQL writes it. */
export const nameOf = (column: string): string => `"${column.replace(/"/g, '""')}"`;

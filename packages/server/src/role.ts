/** What a token may do: `read` asks about codes, `bill` also checks and keeps claims, `admin` everything. */
export type Role = 'read' | 'bill' | 'admin';

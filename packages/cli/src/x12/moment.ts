/** Now, as X12 writes a day and a time of day (UTC). */
export function momentNow(): { readonly date: string; readonly time: string } {
  const now = new Date().toISOString();
  return { date: now.slice(0, 10).replaceAll('-', ''), time: now.slice(11, 16).replace(':', '') };
}

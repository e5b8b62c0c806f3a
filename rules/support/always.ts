import { day } from '@cleanclaim/core';

/** First day of rules of plain form and arithmetic, which hold on every day a claim can carry. */
export const ALWAYS = day('1800-01-01');

/** The pricing operation in a file of its own, so that it is loaded when a claim is priced and not before. */
export { price } from '@cleanclaim/core';

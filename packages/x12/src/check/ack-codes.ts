/** What the finding is called in the standard acknowledgments. */
export interface AckCodes {
  /** TA105 interchange note. */
  readonly ta1?: string;
  /** AK905 group error. */
  readonly ak905?: string;
  /** IK502 transaction error. */
  readonly ik502?: string;
  /** IK304 segment error. */
  readonly ik304?: string;
  /** IK403 element error. */
  readonly ik403?: string;
  /** IK402 data element number. */
  readonly dataElement?: string;
}

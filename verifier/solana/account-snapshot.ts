/** One account as read at one slot; an address without an account is null where this type is expected. */
export type AccountSnapshot = {
  /** Base58. */
  readonly address: string;
  /** Base58 address of the program that owns it. */
  readonly owner: string;
  readonly executable: boolean;
  readonly lamports: bigint;
  readonly data: Uint8Array;
};

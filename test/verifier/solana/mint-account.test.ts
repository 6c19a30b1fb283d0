import { getPausableConfig, getTransferHook, unpackMint } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountSnapshot } from '../../../verifier/solana/account-snapshot.ts';
import { readMint } from '../../../verifier/solana/mint-account.ts';
import { readPausedFlag } from '../../../verifier/solana/paused-flag.ts';
import { TOKEN_2022_PROGRAM, TOKEN_PROGRAM } from '../../../verifier/solana/program-ids.ts';
import { readVmAccount } from '../../../verifier/solana/rehearsal/vm-accounts.ts';
import { freshWorld } from './fresh-vm.ts';

const world = await freshWorld();
const account = readVmAccount(world.vm, world.mint.toBase58()) as AccountSnapshot;
const withData = (change: (data: Uint8Array) => void): AccountSnapshot => {
  const data = account.data.slice();
  change(data);
  return { ...account, data };
};

describe('readMint', () => {
  it('reads a real Token-2022 mint as the token library reads it', () => {
    const info = {
      ...account,
      data: Buffer.from(account.data),
      owner: new PublicKey(account.owner),
      lamports: 1,
    };
    const reference = unpackMint(world.mint, info, new PublicKey(TOKEN_2022_PROGRAM));
    expect(readMint(account)).toEqual({
      supply: reference.supply,
      decimals: reference.decimals,
      mintAuthority: reference.mintAuthority?.toBase58(),
      freezeAuthority: reference.freezeAuthority?.toBase58(),
      pausable: { authority: getPausableConfig(reference)?.authority.toBase58(), paused: false },
      hook: getTransferHook(reference)?.programId.toBase58(),
    });
  });

  it('reads a mint of the first token program, which has no extensions', () => {
    const plain = { ...account, owner: TOKEN_PROGRAM, data: account.data.slice(0, 82) };
    expect(readMint(plain)).toMatchObject({ supply: 1_000_000n, pausable: null, hook: null });
  });

  it.each([
    ['an account of another program', { ...account, owner: world.hook.toBase58() }],
    ['a mint that was never initialised', withData((data) => data.fill(0, 45, 46))],
    ['an option tag of 2', withData((data) => data.fill(2, 46, 47))],
    ['a token account', withData((data) => data.fill(2, 165, 166))],
    ['extensions on the first token program', { ...account, owner: TOKEN_PROGRAM }],
    ['a paused flag of 2', withData((data) => data.fill(2, 166 + 4 + 32, 166 + 4 + 33))],
    ['an extension that runs over the end', withData((data) => data.fill(255, 168, 170))],
    ['bytes between the base and the account type', { ...account, data: account.data.slice(0, 100) }],
  ])('takes %s for no mint', (_what, given) => {
    expect(readMint(given)).toBeNull();
  });

  it('reads any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, initialised) => {
        if (initialised && bytes.length > 165) bytes.set([1], 45);
        if (initialised && bytes.length > 165) bytes.set([1], 165);
        readMint({ ...account, data: bytes });
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});

describe('readPausedFlag', () => {
  const place = { kind: 'byte', owner: account.owner, prefix: new Uint8Array([1, 2]), offset: 4 } as const;
  const flag = (data: readonly number[]) =>
    readPausedFlag({ ...account, data: Uint8Array.from(data) }, place);

  it('reads a byte of 0 or 1 behind the expected prefix, and nothing else', () => {
    expect([flag([1, 2, 0, 0, 1]), flag([1, 2, 0, 0, 0])]).toEqual([true, false]);
    expect([flag([1, 2, 0, 0, 2]), flag([1, 3, 0, 0, 1]), flag([1, 2]), flag([])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('reads no flag from an account of another owner, or from none', () => {
    const foreign = { ...account, owner: TOKEN_PROGRAM, data: Uint8Array.from([1, 2, 0, 0, 1]) };
    expect([readPausedFlag(foreign, place), readPausedFlag(null, place)]).toEqual([null, null]);
  });

  it('reads no flag from a mint without the extension', () => {
    const plain = { ...account, data: account.data.slice(0, 82) };
    expect(readPausedFlag(plain, { kind: 'mint' })).toBeNull();
  });
});

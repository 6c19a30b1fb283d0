import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testTransfer } from '../../../verifier/solana/rehearsal/freeze-world.ts';
import { FRONT_METHODS } from '../../../verifier/solana/rehearsal/front-methods.ts';
import { answerJsonRpc } from '../../../verifier/solana/rehearsal/json-rpc-front.ts';
import { draft, send } from '../../../verifier/solana/rehearsal/vm-send.ts';
import { freshWorld } from './fresh-vm.ts';
import { connectToVm } from './loopback.ts';

describe('the JSON-RPC front of the machine', () => {
  it('lets web3.js send a signed transfer and see what became of it', async () => {
    const world = await freshWorld();
    const connection = await connectToVm(world.vm);
    const transaction = draft(world, [testTransfer(world)]);
    transaction.recentBlockhash = (await connection.getLatestBlockhash()).blockhash;
    transaction.sign(world.payer);
    const signature = await connection.sendRawTransaction(transaction.serialize());
    expect((await connection.getSignatureStatuses([signature])).value[0]).toMatchObject({ err: null });
    const seen = await connection.getTransaction(signature, { maxSupportedTransactionVersion: 0 });
    expect(seen?.meta?.logMessages?.at(-1)).toMatch(/success$/);
    expect(seen?.transaction.message.serialize()).toEqual(transaction.serializeMessage());
  });

  it('refuses to send what would fail, with the logs, as a node does in its preflight', async () => {
    const world = await freshWorld();
    const connection = await connectToVm(world.vm);
    const transaction = draft(world, [testTransfer({ ...world, source: world.destination })]);
    transaction.sign(world.payer);
    await expect(connection.sendRawTransaction(transaction.serialize())).rejects.toMatchObject({
      logs: expect.arrayContaining([expect.stringMatching(/failed: custom program error: 0x1$/)]),
    });
  });

  it('lists the transactions of an address newest first, in pages', async () => {
    const world = await freshWorld();
    for (let i = 0; i < 3; i++) send(world, [testTransfer(world)], []);
    const connection = await connectToVm(world.vm);
    const all = await connection.getSignaturesForAddress(world.source);
    const first = await connection.getSignaturesForAddress(world.source, { limit: 2 });
    const rest = await connection.getSignaturesForAddress(world.source, {
      before: first.at(-1)?.signature as string,
    });
    expect([...first, ...rest]).toEqual(all);
    expect(all.map(({ slot }) => slot)).toEqual(all.map(({ slot }) => slot).sort((a, b) => b - a));
  });

  it('answers every request with a result or a JSON-RPC error, whatever the parameters', async () => {
    const { vm } = await freshWorld();
    const method = fc.oneof(fc.constantFrom(...Object.keys(FRONT_METHODS)), fc.string(), fc.jsonValue());
    const call = fc.record({
      id: fc.nat(),
      method,
      params: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          call.map((value) => JSON.stringify(value)),
        ),
        (body) => {
          const answers = [JSON.parse(answerJsonRpc(vm, body))].flat();
          for (const answer of answers) {
            expect(answer.jsonrpc).toBe('2.0');
            expect('result' in answer).not.toBe('error' in answer);
          }
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});

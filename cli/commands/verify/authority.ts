import * as Flags from '@oclif/core/flags';
import {
  authorityRequest,
  authorityVerdict,
  expectedAuthority,
  RIGHTS,
} from '../../../verifier/requests/authority.ts';
import { readAccounts } from '../../../verifier/solana/read-accounts.ts';
import { addressFlag, demandAddress } from '../../verify/address-flag.ts';
import { carryOut, readRequest, requestDocument } from '../../verify/request.ts';
import { openChain, rpcEndpoints, rpcFlags } from '../../verify/rpc.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyAuthority extends VerifyCommand {
  static override summary = 'See that a right over a mint needs m distinct members out of n.';
  static override description =
    'The chain accepts a 3-of-5 in which one key holds three places, and that key can act alone: members are counted here by key. A file may hold { mint, authority, expected } with both accounts.';
  static override examples = [
    '<%= config.bin %> verify authority --mint ADDRESS --right freeze --authority ADDRESS --required 3 --places 5 --rpc https://rpc.example',
    '<%= config.bin %> verify authority accounts.json --json',
  ];
  static override args = requestArg;
  static override flags = {
    mint: addressFlag('The mint.'),
    right: Flags.string({ options: RIGHTS, summary: 'The right in question.' }),
    authority: addressFlag('The multisig account.'),
    required: Flags.integer({ helpValue: 'M', min: 1, summary: 'Signatures, as the procedure says.' }),
    places: Flags.integer({ helpValue: 'N', min: 1, summary: 'Places, as the procedure says.' }),
    member: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'ADDRESS',
      summary: 'A member on record; again for each.',
    }),
    ...rpcFlags,
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyAuthority);
    const { mint, right, authority, required, places, member } = flags;
    if (mint === undefined) {
      const document = await requestDocument(args.file, {});
      return this.conclude('authority', carryOut(authorityRequest, document), flags.book);
    }
    demandAddress(mint);
    const members = member ?? (args.file === undefined ? null : undefined);
    const given = await requestDocument(args.file, { right, address: authority, required, places, members });
    const expected = readRequest(expectedAuthority, given);
    const { chain, failures } = await openChain(rpcEndpoints(flags), flags);
    const read = await readAccounts(chain, [mint, expected.address], 'confirmed');
    if ('unavailable' in read) return this.unmeasured('authority', read.unavailable, [...failures]);
    const [onChain, holder] = [mint, expected.address].map((key) => read.value.accounts.get(key) ?? null);
    const verdict = authorityVerdict(onChain ?? null, holder ?? null, expected);
    return this.conclude('authority', verdict, flags.book, [...failures]);
  }
}

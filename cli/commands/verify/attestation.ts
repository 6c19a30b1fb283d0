import * as Flags from '@oclif/core/flags';
import {
  attestationOf,
  attestationRequest,
  attestationTerms,
  attestationVerdict,
} from '../../../verifier/requests/attestation.ts';
import { addressFlag } from '../../verify/address-flag.ts';
import { askSlots } from '../../verify/ask-slots.ts';
import { carryOut, readRequest, requestDocument } from '../../verify/request.ts';
import { rpcEndpoints, rpcFlags } from '../../verify/rpc.ts';
import type { VerdictReport } from '../../verify/verdict-report.ts';
import { requestArg, VerifyCommand } from '../../verify/verify-command.ts';

export default class VerifyAttestation extends VerifyCommand {
  static override summary = 'Verify a custody attestation: signature, mint, and the age of its slot.';
  static override description =
    'With two --rpc or more the slot is measured against the highest of them; else the file says what they told. The key is the one that you pinned, never one that came with the attestation.';
  static override examples = [
    '<%= config.bin %> verify attestation --payload HEX --signature HEX --key HEX --mint ADDRESS --limit-slots 5 --rpc https://a.example --rpc https://b.example',
    '<%= config.bin %> verify attestation attestation.json --json',
  ];
  static override args = requestArg;
  static override flags = {
    payload: Flags.string({ helpValue: 'HEX', summary: 'The signed bytes.' }),
    signature: Flags.string({ helpValue: 'HEX', summary: '64 bytes; or base58:...' }),
    key: Flags.string({ helpValue: 'HEX', summary: 'The pinned key, 32 bytes; or base58:...' }),
    mint: addressFlag('The mint in question.'),
    'limit-slots': Flags.integer({ helpValue: 'N', min: 0, summary: 'The greatest age, itself allowed.' }),
    ...rpcFlags,
  };

  async run(): Promise<VerdictReport> {
    const { args, flags } = await this.parse(VerifyAttestation);
    const { payload, signature, key, mint, 'limit-slots': limit_slots } = flags;
    const document = await requestDocument(args.file, { payload, signature, key, mint, limit_slots });
    const endpoints = rpcEndpoints(flags);
    if (endpoints.length === 0)
      return this.conclude('attestation', carryOut(attestationRequest, document), flags.book);
    const given = readRequest(attestationOf, document);
    const terms = readRequest(attestationTerms, document);
    const { slots, failures } = await askSlots(endpoints, flags);
    return this.conclude('attestation', attestationVerdict(given, { ...terms, slots }), flags.book, failures);
  }
}

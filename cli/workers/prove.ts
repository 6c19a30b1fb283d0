import { serve } from '../parallel/serve.ts';
import { proofPlayer } from '../proofs/play-proof.ts';

serve(proofPlayer);

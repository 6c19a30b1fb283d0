import { serve } from '../parallel/serve.ts';
import { sourceReader } from '../source-reader.ts';

serve(sourceReader);

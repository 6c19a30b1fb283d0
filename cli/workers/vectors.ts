import { serve } from '../parallel/serve.ts';
import { vectorRunner } from '../vector-runner.ts';

serve(vectorRunner);

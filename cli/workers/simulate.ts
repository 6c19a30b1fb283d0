import { serve } from '../parallel/serve.ts';
import { simulationPlayer } from '../simulation/play-task.ts';

serve(simulationPlayer);

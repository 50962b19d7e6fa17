import {
  runChosen
} from "./chunks/chunk-SPUPTFJP.mjs";

// action:index
await runChosen();

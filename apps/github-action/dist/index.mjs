import {
  runChosen
} from "./chunks/chunk-TPS7C5IL.mjs";

// action:index
await runChosen();

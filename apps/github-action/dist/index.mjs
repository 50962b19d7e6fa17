import {
  runChosen
} from "./chunks/chunk-NEBSY3YS.mjs";

// action:index
await runChosen();

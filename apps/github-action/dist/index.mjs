import {
  runChosen
} from "./chunks/chunk-55MIXAZD.mjs";

// action:index
await runChosen();

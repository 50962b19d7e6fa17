import {
  runChosen
} from "./chunks/chunk-CUJOHJDB.mjs";

// action:index
await runChosen();

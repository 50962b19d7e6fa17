import {
  runChosen
} from "./chunks/chunk-TDI5WZGB.mjs";

// action:index
await runChosen();

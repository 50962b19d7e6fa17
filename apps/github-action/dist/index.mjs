import {
  runChosen
} from "./chunks/chunk-EZY26TJJ.mjs";

// action:index
await runChosen();

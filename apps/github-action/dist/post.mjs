import {
  runPost
} from "./chunks/chunk-EZY26TJJ.mjs";

// action:post
await runPost();

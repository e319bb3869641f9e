//! Source to code objects: the parser is a library, the compiler is ours.

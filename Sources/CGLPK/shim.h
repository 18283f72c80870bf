// The generator of rounding cuts is exported by the library, but declared only under this name.
#define GLP_UNDOC
#include <glpk.h>

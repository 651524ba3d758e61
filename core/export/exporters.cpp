#include "core/export/bundle.h"

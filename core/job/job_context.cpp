#include "core/job/job_context.h"

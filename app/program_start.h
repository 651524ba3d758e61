#pragma once
// What both programs do before anything else.

namespace consort {

/// Some libraries read their settings before main, so the program starts itself once more with them set. Idle OpenMP threads must
/// sleep, not spin; the allocator must keep freed buffers, or every training step faults all its pages in again (a third of its time).
/// Returns where that has happened already, or cannot.
void restartWithSettings(char** argv);

}  // namespace consort

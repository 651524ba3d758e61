#pragma once
// Internal to core/nn. Frozen linears with an adapter on top, for evaluation.
#include <memory>

#include "core/nn/adapter.h"
#include "core/nn/causal_model.h"

namespace consort::nn {

/// A router for one adapter, or the plain one for nullptr.
std::unique_ptr<LinearRouter> evaluationRouter(const Session::Impl& session, const Adapter* adapter);

}  // namespace consort::nn

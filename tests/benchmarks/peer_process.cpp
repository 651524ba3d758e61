#include "tests/benchmarks/peer_process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "core/base/error.h"

namespace consort::bench {

PeerProcess::PeerProcess() {
    const char *python = std::getenv("CONSORT_TEST_PYTHON"), *source = std::getenv("CONSORT_SOURCE");
    if (!python || !std::filesystem::exists(python)) problem_ = "CONSORT_TEST_PYTHON names no interpreter with the public packages (installer/bootstrap.sh parity)";
    else if (!source) problem_ = "CONSORT_SOURCE is not set";
    else start(python, std::string(source) + "/tests/benchmarks/peers.py");
}

void PeerProcess::start(const std::string& python, const std::string& script) {
    int down[2], up[2];
    if (pipe(down) != 0 || pipe(up) != 0) throw Error(ErrorCode::Internal, "no pipe for the peer");
    pid_ = fork();
    if (pid_ == 0) {
        dup2(down[0], STDIN_FILENO);
        dup2(up[1], STDOUT_FILENO);
        for (const int end : {down[0], down[1], up[0], up[1]}) close(end);
        execl(python.c_str(), python.c_str(), "-B", script.c_str(), nullptr);
        _exit(127);
    }
    close(down[0]);
    close(up[1]);
    to_ = fdopen(down[1], "w");
    from_ = fdopen(up[0], "r");
}

PeerProcess::~PeerProcess() {
    if (pid_ < 0) return;
    std::fclose(to_);
    std::fclose(from_);
    waitpid(pid_, nullptr, 0);
}

Value PeerProcess::ask(const Value& request) {
    std::fprintf(to_, "%s\n", toJson(request).c_str());
    std::fflush(to_);
    std::string line;
    for (int c = std::fgetc(from_); c != EOF && c != '\n'; c = std::fgetc(from_)) line += static_cast<char>(c);
    if (line.empty()) throw Error(ErrorCode::Internal, "the peer ended without an answer");
    const Value answer = parseJson(line, "peer");
    if (const Value* error = answer.find("error")) throw Error(ErrorCode::Internal, "peer: " + error->asString());
    return answer;
}

}  // namespace consort::bench

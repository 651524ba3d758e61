# What bootstrap.sh installs: one list a source.
# shellcheck disable=SC2034

DEBIAN_PACKAGES=(
  g++-12 cmake ninja-build ccache git python3 python3-venv python3-pip ca-certificates
  qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqcustomplot-dev libgl-dev
  fonts-inter fonts-dejavu-core xvfb xauth xdotool
  libspdlog-dev libfmt-dev libsqlite3-dev libcli11-dev nlohmann-json3-dev
  libpcre2-dev libicu-dev libeigen3-dev libyaml-cpp-dev libssl-dev libmimalloc-dev
  libbenchmark-dev coinor-csdp
)

# Unpacked side by side, because LibTorch looks for the CUDA run-time in ../../nvidia.
NATIVE_WHEELS=(
  torch==2.11.0
  nvidia-cuda-runtime==13.0.96
  nvidia-cuda-cupti==13.0.85
  pyarrow==26.0.1
)

# The CUDA compiler: only where kernels are to be built (tests, GPU machines). Without it the CPU twins are all there is.
CUDA_WHEELS=(
  nvidia-cuda-nvcc==13.0.88
  nvidia-cuda-crt==13.0.88
  nvidia-nvvm==13.0.88
)

# What LibTorch loads when a GPU is asked for (3.5 GB).
CUDA_RUNTIME_WHEELS=(
  nvidia-cublas nvidia-cudnn-cu13 nvidia-nccl-cu13 nvidia-cusparselt-cu13 nvidia-nvshmem-cu13 nvidia-cufile nvidia-cusolver nvidia-cusparse
  nvidia-cufft nvidia-curand nvidia-nvjitlink nvidia-cuda-nvrtc
)

# The public packages that the parity tests compare against; used by tests only.
PARITY_PACKAGES=(
  torch==2.11.0 transformers==5.17.0 peft==0.21.2 tokenizers==0.23.3 safetensors
  bitsandbytes==0.50.2 scikit-learn==1.9.1 scipy==1.17.1 pyarrow==26.0.1 cvxpy==1.9.3 jinja2
  protobuf sentencepiece jsonschema zstandard pytest
)

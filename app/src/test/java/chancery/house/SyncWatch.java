package chancery.house;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// An agent for a process under test: whenever it syncs a file or folder through Java, [Synced] keeps what the disk then has.
///
/// No operating system tells which writes have reached the disk, and no class of ours is changed for the test: the
/// JDK's own file channel says so as the last thing it does in `force`.
/// What SQLite syncs goes past it, since that is not Java.
public final class SyncWatch {
    private static final String CHANNEL = "sun/nio/ch/FileChannelImpl";

    private SyncWatch() {}

    /// Makes the agent's jar, of the one class that the JDK itself has to find; this one it finds where the program is.
    static Path jar(Path to) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", SyncWatch.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        try (var out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
            var entry = "chancery/house/Synced.class";
            out.putNextEntry(new JarEntry(entry));
            try (InputStream in = Objects.requireNonNull(SyncWatch.class.getClassLoader().getResourceAsStream(entry), entry)) {
                in.transferTo(out);
            }
            out.closeEntry();
        }
        return to;
    }

    /// The option that has a process watched.
    static String option(Path jar, Path folder, Path kept) {
        return "-javaagent:" + jar + "=" + folder + "|" + kept + "|" + jar;
    }

    /// What the JDK calls before the program begins.
    public static void premain(String words, Instrumentation jdk) throws Exception {
        var parts = words.split("\\|");
        jdk.appendToBootstrapClassLoaderSearch(new JarFile(parts[2])); // the channel is the JDK's: it sees no other classes
        Synced.watch(Path.of(parts[0]), Path.of(parts[1]));
        jdk.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
                return CHANNEL.equals(name) ? telling(bytes) : null;
            }
        }, true);
        jdk.retransformClasses(Class.forName(CHANNEL.replace('/', '.')));
    }

    private static byte[] telling(byte[] bytes) {
        var file = ClassFile.of();
        var channel = ClassDesc.ofInternalName(CHANNEL);
        CodeTransform tell = (code, element) -> {
            if (element instanceof ReturnInstruction) {
                code.aload(0).getfield(channel, "path", ConstantDescs.CD_String)
                        .invokestatic(ClassDesc.of("chancery.house.Synced"), "of", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String));
            }
            code.with(element);
        };
        return file.transformClass(file.parse(bytes),
                ClassTransform.transformingMethods((MethodModel m) -> m.methodName().equalsString("force"), MethodTransform.transformingCode(tell)));
    }
}
